/**
 * The screens of activities: list, page, form, what is open on the pages of other records, and the
 * ways to them.
 */
@NullMarked
package eu.rempart.activity.ui;

import org.jspecify.annotations.NullMarked;
