package org.mailroom.reading;

/** Why a reader's process came to an end over a part. */
enum Ended {
    /** It took longer than it may. */
    TIME,
    /** Its heap was not enough. */
    HEAP,
    /** It took more memory than it may, heap or not. */
    MEMORY,
    /** It crashed, was killed, or said what no reader says. */
    CRASH
}
