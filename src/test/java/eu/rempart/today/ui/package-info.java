/** Tests of the first screen. */
@org.jspecify.annotations.NullMarked
package eu.rempart.today.ui;
