/** The screens of incidents, of duty, of the own channels, and the banner on every page. */
@NullMarked
package eu.rempart.alert.ui;

import org.jspecify.annotations.NullMarked;
