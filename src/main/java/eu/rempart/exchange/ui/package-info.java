/**
 * The screens of import and export: the wizard, the list of former imports, and the steps that
 * lists of records offer.
 */
@NullMarked
package eu.rempart.exchange.ui;

import org.jspecify.annotations.NullMarked;
