/** The command line of the same program, and the door by which it asks a running desk. */
@NullMarked
package org.mailroom.desk.command;

import org.jspecify.annotations.NullMarked;
