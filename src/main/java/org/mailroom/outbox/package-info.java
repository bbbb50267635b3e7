/** Sends what is due, once (P4). Composes nothing, resends nothing blindly. */
@NullMarked
package org.mailroom.outbox;

import org.jspecify.annotations.NullMarked;
