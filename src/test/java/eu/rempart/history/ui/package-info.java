/** The screens of the room history, without a browser, on a real PostgreSQL. */
@NullMarked
package eu.rempart.history.ui;

import org.jspecify.annotations.NullMarked;
