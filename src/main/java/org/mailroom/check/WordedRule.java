package org.mailroom.check;

/** A rule whose id stands with its words. */
interface WordedRule extends Rule {
    Words words();

    @Override
    default String id() {
        return words().rule();
    }
}
