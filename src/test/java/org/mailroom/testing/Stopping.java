package org.mailroom.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Where a program that is to be killed says {@code stopped} and goes no further: at a {@code step} put into a route,
 * {@code file STEP} (of the raw store), {@code before SQL} or {@code after SQL} (the commit of a transaction in which a
 * statement began like that), or {@code nowhere}. The program itself knows nothing of it.
 */
public record Stopping(String kind, String what) {
    public static final String STOPPED = "stopped";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    public static Stopping at(String words) {
        String[] both = words.split(" ", 2);
        return new Stopping(both[0], both.length > 1 ? both[1] : "");
    }

    /** Ends this process if nobody has killed it by then, so that no test waits for ever. */
    public void endsInAnyCase() {
        Thread end = new Thread(
                () -> {
                    pause();
                    Runtime.getRuntime().halt(1);
                },
                "end in any case");
        end.setDaemon(true);
        end.start();
    }

    /** Heard at each step of the raw store. */
    public void file(String step) {
        if (kind.equals("file") && step.equals(what)) {
            stop();
        }
    }

    /** The step of a route. */
    public void step() {
        if (kind.equals("step")) {
            stop();
        }
    }

    public DataSource commits(DataSource database) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = method.on(database, arguments);
            return result instanceof Connection connection ? watched(connection) : result;
        });
    }

    private Connection watched(Connection connection) {
        List<String> statements = new ArrayList<>();
        return proxy(Connection.class, (method, arguments) -> {
            if (method.name().equals("prepareStatement")) {
                statements.add(((String) arguments[0]).strip().replaceAll("\\s+", " "));
            } else if (method.name().equals("setAutoCommit") || method.name().equals("rollback")) {
                statements.clear();
            } else if (method.name().equals("commit")) {
                boolean here = statements.stream().anyMatch(sql -> sql.startsWith(what));
                statements.clear();
                return committed(connection, here);
            }
            return method.on(connection, arguments);
        });
    }

    private Object committed(Connection connection, boolean here) throws SQLException {
        if (here && kind.equals("before")) {
            stop();
        }
        connection.commit();
        if (here && kind.equals("after")) {
            stop();
        }
        return null;
    }

    private static void stop() {
        System.out.println(STOPPED);
        pause();
    }

    private static void pause() {
        try {
            boolean never = new CountDownLatch(1).await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            assert !never;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Method(java.lang.reflect.Method method) {
        String name() {
            return method.getName();
        }

        Object on(Object target, Object[] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }
    }

    private interface Call {
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.of(new Method(method), arguments)));
    }
}
