/** Mailroom (收发室): receives staged submissions by e-mail, checks them against the notice and answers. */
@NullMarked
package org.mailroom;

import org.jspecify.annotations.NullMarked;
