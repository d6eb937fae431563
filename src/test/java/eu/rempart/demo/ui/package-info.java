@NullMarked
package eu.rempart.demo.ui;

import org.jspecify.annotations.NullMarked;
