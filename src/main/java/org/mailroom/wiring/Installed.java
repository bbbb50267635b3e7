package org.mailroom.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.demo.Demo;
import org.mailroom.demo.MovableClock;
import org.mailroom.desk.command.CommandFault;
import org.mailroom.desk.command.Door;
import org.mailroom.desk.command.Installation;
import org.mailroom.desk.command.Previews;
import org.mailroom.reading.ReaderPool;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.FileSystemUtils;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The desk of this {@link Home}, for the command line: reads the same settings as the desk, and starts nothing. */
public final class Installed implements Installation {
    private final boolean demo;
    private @Nullable ConfigurableEnvironment environment;
    private @Nullable Path carried;

    /** @param demo whether the desk started here would play the demonstration */
    public Installed(boolean demo) {
        this.demo = demo;
    }

    @Override
    public Clock machineClock() {
        return Clocks.machine();
    }

    @Override
    public Path data() {
        return settings().data();
    }

    @Override
    public Campaign campaign(Optional<String> named) {
        String name = named.orElseGet(() -> settings().campaign());
        Path folder = folder(name);
        if (!Files.isDirectory(folder)) {
            throw CommandFault.usage("campaign", name);
        }
        return new CampaignLoader().load(folder);
    }

    @Override
    public ReaderPool reader(Campaign campaign, Path temp) throws IOException {
        return ReaderRooms.pool(ReaderRooms.program(), settings().reader(), campaign, temp);
    }

    @Override
    public Door books(boolean change) {
        Campaign campaign = campaign(Optional.empty());
        Clock machine = machineClock();
        Clock now = demo
                ? MovableClock.remembered(data().resolve("clock"), Demo.start(campaign), campaign.zone(), machine)
                : machine;
        return books(now).open(change);
    }

    @Override
    public Door blankBooks() {
        Campaign campaign = campaign(Optional.empty());
        return books(Clock.fixed(Previews.typicalTime(campaign), campaign.zone()))
                .blank();
    }

    private Books books(Clock now) {
        return new Books(
                environment(),
                settings(),
                home(Home::templates).templates(),
                () -> campaign(Optional.empty()),
                now,
                machineClock());
    }

    private Path folder(String name) {
        return home(home -> home.campaign(name)).campaign(name);
    }

    /** Where it is found; what only the program carries is copied to a folder that is gone when the program ends. */
    private Home home(Function<Home, Path> wanted) {
        Home home = Home.of(environment());
        if (Files.isDirectory(wanted.apply(home)) || home.isWhole()) {
            return home;
        }
        if (carried == null) {
            try {
                Path copies = Files.createTempDirectory("mailroom-defaults");
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(
                                () -> FileSystemUtils.deleteRecursively(copies.toFile()), "mailroom-defaults"));
                Defaults.copyTo(copies);
                carried = copies;
            } catch (IOException e) {
                throw CommandFault.broken("settings", String.valueOf(e.getMessage()));
            }
        }
        return new Home(home.folder(), carried);
    }

    private Settings settings() {
        try {
            return Binder.get(environment())
                    .bindOrCreate(
                            "mailroom",
                            Bindable.of(Settings.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
        } catch (BindException wrong) {
            StartFault.Known known = StartFault.known(wrong);
            throw CommandFault.broken(
                    "settings", known == null ? String.valueOf(wrong.getMessage()) : known.description());
        }
    }

    private ConfigurableEnvironment environment() {
        if (environment == null) {
            ConfigurableEnvironment read = new StandardEnvironment();
            SpringApplication none = new SpringApplication();
            try {
                new HomeFirst().postProcessEnvironment(read, none);
                ConfigDataEnvironmentPostProcessor.applyTo(
                        read,
                        new DefaultResourceLoader(),
                        new DefaultBootstrapContext(),
                        demo ? new String[] {DemoSetup.PROFILE} : new String[0]);
                HomePaths.resolve(read);
            } catch (MarkedYAMLException broken) {
                throw CommandFault.broken(
                        "settings",
                        "mailroom.yaml, " + (broken.getProblemMark().getLine() + 1) + ": " + broken.getProblem());
            }
            environment = read;
        }
        return environment;
    }
}
