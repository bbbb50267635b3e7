/** Forms as people really fill them in: files made by their trouble, each with the truth beside it, and what is measured on them. */
@NullMarked
package org.mailroom.corpus;

import org.jspecify.annotations.NullMarked;
