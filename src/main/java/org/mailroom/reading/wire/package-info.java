/** What the desk and its reader's process say to each other: frames of a JSON head and octets. */
@NullMarked
package org.mailroom.reading.wire;

import org.jspecify.annotations.NullMarked;
