/** Keeps every mail before anyone looks at it (P1, P2). Knows bytes, not meaning. */
@NullMarked
package org.mailroom.custody;

import org.jspecify.annotations.NullMarked;
