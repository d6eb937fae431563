/** Tests of the bar of saved views. */
@NullMarked
package eu.rempart.savedview.ui;

import org.jspecify.annotations.NullMarked;
