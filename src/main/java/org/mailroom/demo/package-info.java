/** Embedded mailbox, movable clock, scenario. Reachable from no other room. */
@NullMarked
package org.mailroom.demo;

import org.jspecify.annotations.NullMarked;
