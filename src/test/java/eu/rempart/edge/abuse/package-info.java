/** Tests of finding abuse. */
@NullMarked
package eu.rempart.edge.abuse;

import org.jspecify.annotations.NullMarked;
