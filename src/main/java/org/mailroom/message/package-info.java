/** Opens a stored mail: its structure, its names, its class. Trusts no header for identity. */
@NullMarked
package org.mailroom.message;

import org.jspecify.annotations.NullMarked;
