/** The file of one unit for one stage: slots, versions, state, events. Forgets no version. */
@NullMarked
package org.mailroom.dossier;

import org.jspecify.annotations.NullMarked;
