/** The notice as data: stages, units, calendar, codes, words; typed and validated, never guessed. */
@NullMarked
package org.mailroom.campaign;

import org.jspecify.annotations.NullMarked;
