/** The rules: pure functions from a dossier to findings. No clock, no database, no mail, no campaign in code. */
@NullMarked
package org.mailroom.check;

import org.jspecify.annotations.NullMarked;
