/** Opens what a sender sent. Lives in a process of its own: nothing here is used by the desk's process. */
@NullMarked
package org.mailroom.reading.reader;

import org.jspecify.annotations.NullMarked;
