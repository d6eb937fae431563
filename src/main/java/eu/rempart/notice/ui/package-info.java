/** The bell on every page, and the page with all notices. */
@NullMarked
package eu.rempart.notice.ui;

import org.jspecify.annotations.NullMarked;
