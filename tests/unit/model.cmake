# Random cases against simple references; each failure names its seed.
pvgl_test(model_test LABEL unit TIMEOUT 120 SOURCES address_space_model_test.cpp dma_model_test.cpp DEPS pvg_memory pvg_transport)
