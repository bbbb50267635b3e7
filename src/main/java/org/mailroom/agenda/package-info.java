/** What the campaign clock asks for: due times passed, reminders, the digest. */
@NullMarked
package org.mailroom.agenda;

import org.jspecify.annotations.NullMarked;
