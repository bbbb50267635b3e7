package org.mailroom.desk.command;

import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that cannot be understood, in one line. */
record Mistake(Wording words) {
    String line(ParameterException mistake) {
        String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            List<String> given = unmatched.getUnmatched();
            String first = given.isEmpty() ? "" : given.get(0);
            boolean option = first.startsWith("-");
            boolean top = mistake.getCommandLine().getParent() == null;
            return words.of(option ? "fault.option" : top ? "fault.command" : "fault.argument", first, command);
        }
        if (mistake instanceof MissingParameterException) {
            return words.of("fault.incomplete", command);
        }
        return words.of("fault.misused", String.valueOf(mistake.getMessage()), command);
    }
}
