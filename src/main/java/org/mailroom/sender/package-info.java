/** Says which unit speaks, with evidence; never guesses silently. */
@NullMarked
package org.mailroom.sender;

import org.jspecify.annotations.NullMarked;
