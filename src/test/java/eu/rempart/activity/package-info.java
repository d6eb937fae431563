/** Tests of activities. */
@NullMarked
package eu.rempart.activity;

import org.jspecify.annotations.NullMarked;
