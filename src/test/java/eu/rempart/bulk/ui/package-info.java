/** Tests of bulk changes. */
@NullMarked
package eu.rempart.bulk.ui;

import org.jspecify.annotations.NullMarked;
