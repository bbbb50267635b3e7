/** Turns an attachment into a sheet of paragraphs and cells, within limits. */
@NullMarked
package org.mailroom.reading;

import org.jspecify.annotations.NullMarked;
