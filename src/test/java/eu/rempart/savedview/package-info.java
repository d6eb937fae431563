/** Tests of saved views. */
@NullMarked
package eu.rempart.savedview;

import org.jspecify.annotations.NullMarked;
