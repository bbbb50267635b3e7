/** Brings raw mails in, with what the server says of them; interprets nothing. */
@NullMarked
package org.mailroom.mailbox;

import org.jspecify.annotations.NullMarked;
