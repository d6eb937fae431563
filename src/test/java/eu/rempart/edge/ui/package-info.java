@NullMarked
package eu.rempart.edge.ui;

import org.jspecify.annotations.NullMarked;
