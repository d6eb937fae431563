/** The bin on the screen: find, look inside, bring back; empty it as an administrator. */
@NullMarked
package eu.rempart.archive.ui;

import org.jspecify.annotations.NullMarked;
