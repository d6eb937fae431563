@NullMarked
package eu.rempart.contact.ui;

import org.jspecify.annotations.NullMarked;
