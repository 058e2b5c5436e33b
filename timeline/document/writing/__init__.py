"""How a timeline file is changed: where its parts stand, patches of their lines, the text of what is new."""
