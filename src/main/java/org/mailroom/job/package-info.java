/** The Camel component job: one durable queue (db-scheduler) between the rooms. */
@NullMarked
package org.mailroom.job;

import org.jspecify.annotations.NullMarked;
