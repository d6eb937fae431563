/** The screens of the room archive, without a browser, on a real PostgreSQL. */
@NullMarked
package eu.rempart.archive.ui;

import org.jspecify.annotations.NullMarked;
