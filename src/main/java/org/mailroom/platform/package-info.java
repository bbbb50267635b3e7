/** What operating systems do differently, in one place. */
@NullMarked
package org.mailroom.platform;

import org.jspecify.annotations.NullMarked;
