/** Second factors on the screen. */
@NullMarked
package eu.rempart.account.second.ui;

import org.jspecify.annotations.NullMarked;
