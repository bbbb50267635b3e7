/** Where people look and decide. Holds no rules of its own. */
@NullMarked
package org.mailroom.desk;

import org.jspecify.annotations.NullMarked;
