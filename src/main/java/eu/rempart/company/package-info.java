/**
 * Companies: the firms that customers, partners and suppliers work for. One door in, {@link
 * eu.rempart.company.CompanyService}; the list columns and filters are answered by the search
 * index.
 */
@NullMarked
package eu.rempart.company;

import org.jspecify.annotations.NullMarked;
