/** The screen of custom fields, and what the screens of records know of them. */
@NullMarked
package eu.rempart.customfield.ui;

import org.jspecify.annotations.NullMarked;
