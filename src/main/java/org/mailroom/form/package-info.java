/** Recognises which form a sheet is, and reads its fields with their places; judges nothing. */
@NullMarked
package org.mailroom.form;

import org.jspecify.annotations.NullMarked;
