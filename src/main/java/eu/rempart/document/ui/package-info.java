/**
 * Documents on the screen: brought in, looked at, in folders, on the pages of the records that they
 * are about.
 */
@NullMarked
package eu.rempart.document.ui;

import org.jspecify.annotations.NullMarked;
