/** How far bulk changes are, and what can be taken back of them. */
@NullMarked
package eu.rempart.bulk.ui;

import org.jspecify.annotations.NullMarked;
