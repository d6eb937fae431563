/** Deals on other pages: of a company, of a contact, on the home page. */
@NullMarked
package eu.rempart.deal.ui.panel;

import org.jspecify.annotations.NullMarked;
