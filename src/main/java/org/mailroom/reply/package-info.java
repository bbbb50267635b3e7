/** Composes answers from what is committed; sends nothing. */
@NullMarked
package org.mailroom.reply;

import org.jspecify.annotations.NullMarked;
