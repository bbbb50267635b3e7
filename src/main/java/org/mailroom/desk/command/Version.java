package org.mailroom.desk.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** As the jar's manifest says; a build from the sources has none. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String number = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("unreleased");
        return new String[] {"mailroom " + number};
    }
}
