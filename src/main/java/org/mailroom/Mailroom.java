package org.mailroom;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the desk. Settings, routes, templates and the database lie in the working directory. */
@SpringBootApplication(proxyBeanMethods = false)
public class Mailroom {
    public static void main(String[] args) {
        JakartaMailSettings.apply();
        SpringApplication.run(Mailroom.class, args);
    }
}
